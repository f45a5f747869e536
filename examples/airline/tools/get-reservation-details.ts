import { defineRecordRead } from '../../world/record-tools.ts';
import { reservations, type Airline } from '../airline.ts';

export const getReservationDetails = (airline: Airline) =>
  defineRecordRead(reservations(airline), {
    name: 'get_reservation_details',
    description: 'A reservation: flights, cabin, passengers, bags, insurance and payments.',
  });
